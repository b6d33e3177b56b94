package org.aman.answer;

/**
 * How closely an update meets each of the places asked about, as {@link Scope} tells.
 *
 * @param each of every place in the order asked, from 0 (elsewhere) to 1 (at the very place); empty where none was asked about
 */
public record Meeting(double[] each) {
    /** From 0 (elsewhere) to 1 (at every place asked about). */
    double all() {
        return (closest() + mean()) / 2;
    }

    /** How closely on the average: both ends of a way count alike. */
    double mean() {
        double sum = 0;
        for (double meets : each) {
            sum += meets;
        }
        return each.length == 0 ? 0 : sum / each.length;
    }

    /** How closely it meets the place it meets best. */
    double closest() {
        double closest = 0;
        for (double meets : each) {
            closest = Math.max(closest, meets);
        }
        return closest;
    }

    /** How closely it meets the place named first. */
    double first() {
        return each.length == 0 ? 0 : each[0];
    }

    /** How closely it meets the place named last. */
    double last() {
        return each.length == 0 ? 0 : each[each.length - 1];
    }

    /** Whether it has nothing to do with one of the places. */
    boolean missesOne() {
        return met() < each.length;
    }

    /** How many of the places it has to do with. */
    int met() {
        int met = 0;
        for (double meets : each) {
            met += meets > 0 ? 1 : 0;
        }
        return met;
    }

    /** Whether it is about a wider area than the nearest one in which a place asked about lies. */
    boolean isFarAround() {
        double closest = closest();
        return closest > Scope.MENTIONED && closest < Nearness.IN_AREA[0];
    }
}
