package org.aman.search;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is.
 *
 * @param index its folder; whatever is in it can be made anew from the database
 */
@ConfigurationProperties("aman")
record IndexSettings(@DefaultValue("data/index") Path index) {}
