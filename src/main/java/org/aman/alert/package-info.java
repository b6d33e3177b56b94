/** Alerts: what one person writes and another approves goes to every person of an area, once, and nowhere else. */
@NullMarked
package org.aman.alert;

import org.jspecify.annotations.NullMarked;
