package org.aman.alert.cap;

/**
 * One thing that is wrong with a document.
 *
 * @param where the element, such as {@code info[2]/area[1]/polygon}; empty for the whole
 */
public record Fault(String where, Reason reason) {}
