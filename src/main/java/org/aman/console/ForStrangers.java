package org.aman.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page of the console that opens to whoever comes: the way in, and nothing else. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ForStrangers {}
