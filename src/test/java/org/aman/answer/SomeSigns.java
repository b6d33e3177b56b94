package org.aman.answer;

/** Signs of a candidate of which little is known. */
public final class SomeSigns {
    private SomeSigns() {}

    /** All others are 0. */
    public static double[] signs(double topic, double place) {
        double[] signs = new double[Sign.values().length];
        signs[Sign.TOPIC.ordinal()] = topic;
        signs[Sign.PLACE.ordinal()] = place;
        return signs;
    }
}
