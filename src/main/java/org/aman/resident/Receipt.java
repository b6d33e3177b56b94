package org.aman.resident;

import java.time.Instant;

/**
 * This resident was told this update; it lives only until the update expires, so that a correction can follow.
 *
 * @param until when it ceases, on the full hour
 */
public record Receipt(Resident.Id resident, String updateId, int revision, Instant until) {}
