package org.aman.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * How likely a candidate answers, by its signs: a logistic sum whose weights were learned from questions with known
 * answers (the command {@code learn}). It may doubt what the rules chose or add what they missed; what place, time or a
 * missing need forbids never comes before it.
 */
public final class Belief {
    private static final String SHIPPED = "decision.properties";
    private static final String AT_PLACE = "place.";
    private static final String ADVICE = "advice.";

    private final double[] atPlace;
    private final double[] advice;

    /** @param atPlace weights for updates bound to places, @param advice for those that hold everywhere, by {@link Sign} */
    public Belief(double[] atPlace, double[] advice) {
        this.atPlace = atPlace.clone();
        this.advice = advice.clone();
    }

    /** No opinion on anything: the rules alone decide. */
    public static Belief none() {
        return new Belief(new double[Sign.values().length], new double[Sign.values().length]);
    }

    /** The weights this version comes with. */
    public static Belief shipped() {
        try (InputStream in = Belief.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("The weights of deciding are missing: " + SHIPPED);
            }
            Properties weights = new Properties();
            weights.load(in);
            return of(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + SHIPPED, e);
        }
    }

    /**
     * The weights of a file written by {@link #written}.
     *
     * @throws IllegalArgumentException where a weight is missing or no number
     */
    public static Belief read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            Properties weights = new Properties();
            weights.load(in);
            return of(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the weights in " + file, e);
        }
    }

    private static Belief of(Properties weights) {
        return new Belief(weights(weights, AT_PLACE), weights(weights, ADVICE));
    }

    private static double[] weights(Properties file, String of) {
        double[] weights = new double[Sign.values().length];
        for (Sign sign : Sign.values()) {
            String weight = file.getProperty(of + sign.key());
            if (weight == null) {
                throw new IllegalArgumentException("The weight " + of + sign.key() + " is missing");
            }
            weights[sign.ordinal()] = Double.parseDouble(weight.strip());
        }
        return weights;
    }

    double likely(double[] signs, boolean isAdvice) {
        double[] weights = isAdvice ? advice : atPlace;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The file of weights, each sign with its reason. */
    public String written() {
        StringBuilder file = new StringBuilder();
        file.append("# What each sign is worth for an update bound to a place and for advice that holds everywhere, in\n");
        file.append("# logits. Written by the command learn; read by answer/Belief.\n");
        for (Sign sign : Sign.values()) {
            file.append("# ").append(sign.reason()).append('\n');
            file.append(line(AT_PLACE, sign, atPlace)).append(line(ADVICE, sign, advice));
        }
        return file.toString();
    }

    private static String line(String of, Sign sign, double[] weights) {
        return String.format(Locale.ROOT, "%s%s = %.3f%n", of, sign.key(), weights[sign.ordinal()]);
    }
}
