package org.aman.alert.cap;

/** A name and a value agreed among systems: an event code, a parameter, a geographical code. */
public record CapPair(String name, String value) {}
