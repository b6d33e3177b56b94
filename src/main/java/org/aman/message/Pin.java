package org.aman.message;

import org.aman.language.Language;

/**
 * A point on the map that a reply shows.
 *
 * @param latitude degrees, WGS84
 * @param longitude degrees, WGS84
 * @param language the language of its title
 */
public record Pin(double latitude, double longitude, String title, Language language) {}
