/** The pages on which the staff write, approve, watch and end alerts. */
@NullMarked
package org.aman.console.alert;

import org.jspecify.annotations.NullMarked;
