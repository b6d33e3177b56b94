/** The commands on the command line: check, ask, evaluate. */
@NullMarked
package org.aman.command;

import org.jspecify.annotations.NullMarked;
