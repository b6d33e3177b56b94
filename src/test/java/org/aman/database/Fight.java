package org.aman.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets eight threads do the same thing at the same moment, many times over: what may happen only once shows. */
public final class Fight {
    public static final int FIGHTERS = 8;
    public static final int ROUNDS = 10;

    private Fight() {}

    /** What each fighter got in each round; rounds count from 0 and begin together. */
    public static <T> List<List<T>> of(Blow<T> blow) throws Exception {
        CyclicBarrier together = new CyclicBarrier(FIGHTERS);
        List<List<T>> rounds = new ArrayList<>();
        try (ExecutorService fighters = Executors.newFixedThreadPool(FIGHTERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                int number = round;
                Callable<T> fighter = () -> {
                    together.await();
                    return blow.strike(number);
                };
                List<Future<T>> blows = new ArrayList<>();
                for (int i = 0; i < FIGHTERS; i++) {
                    blows.add(fighters.submit(fighter));
                }
                List<T> struck = new ArrayList<>();
                for (Future<T> one : blows) {
                    struck.add(one.get());
                }
                rounds.add(struck);
            }
        }
        return rounds;
    }

    /** What each of them does. */
    public interface Blow<T> {
        T strike(int round) throws Exception;
    }
}
