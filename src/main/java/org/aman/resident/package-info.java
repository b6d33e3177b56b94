/** Residents: a sealed chat with its chosen language and area, and which updates it was told. */
@NullMarked
package org.aman.resident;

import org.jspecify.annotations.NullMarked;
