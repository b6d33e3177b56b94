package org.aman.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.aman.place.Position;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final Position SARMADA = new Position(36.18, 36.73);

    @Test
    void theCompassIsReadInEighths() {
        assertThat(octant(0.1, 0)).isEqualTo(0); // north
        assertThat(octant(0.1, 0.124)).isEqualTo(1); // a degree of longitude is shorter here
        assertThat(octant(0, 0.1)).isEqualTo(2);
        assertThat(octant(-0.1, 0.124)).isEqualTo(3);
        assertThat(octant(-0.1, 0)).isEqualTo(4);
        assertThat(octant(-0.1, -0.124)).isEqualTo(5);
        assertThat(octant(0, -0.1)).isEqualTo(6);
        assertThat(octant(0.1, -0.124)).isEqualTo(7);
        assertThat(octant(0.1, -0.001)).isEqualTo(0);
    }

    private static int octant(double north, double east) {
        return Whereabouts.octant(
                SARMADA, new Position(SARMADA.latitude() + north, SARMADA.longitude() + east));
    }
}
