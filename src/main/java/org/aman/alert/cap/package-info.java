/** The Common Alerting Protocol 1.2 of OASIS: what we said as signed documents, and what others say as drafts. */
@NullMarked
package org.aman.alert.cap;

import org.jspecify.annotations.NullMarked;
