/** The database underneath: what differs between SQLite and PostgreSQL, and the seal that closes what names a person. */
@NullMarked
package org.aman.database;

import org.jspecify.annotations.NullMarked;
