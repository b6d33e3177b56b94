package org.aman.console.alert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.Alerts;
import org.aman.alert.Progresses;
import org.aman.console.NotThere;
import org.aman.console.Presence;
import org.aman.language.Language;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class AlertPageTest {
    private static final Alert.Number NUMBER = new Alert.Number(7);
    private static final Volunteer RANA = new Volunteer(new Volunteer.Id("rana"), "Rana", Role.ADMIN, Language.ENGLISH, true);

    /** Read the other way round, an alert that is sent out in between stands there as being sent, and no browser is told better. */
    @Test
    void howFarItIsIsReadBeforeTheAlertItself() {
        Alerts alerts = mock(Alerts.class);
        Live live = mock(Live.class);
        AlertPage page = new AlertPage(alerts, mock(Progresses.class), mock(AlertRows.class), live, mock(Presence.class));
        when(live.glance(NUMBER, Language.ENGLISH)).thenReturn(Optional.empty());
        when(alerts.filed(NUMBER)).thenReturn(Optional.empty());
        assertThatThrownBy(() -> page.page(NUMBER, RANA)).isInstanceOf(NotThere.class);
        InOrder order = inOrder(live, alerts);
        order.verify(live).glance(NUMBER, Language.ENGLISH);
        order.verify(alerts).filed(NUMBER);
    }
}
