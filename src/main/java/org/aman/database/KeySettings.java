package org.aman.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are.
 *
 * @param keyFile the file that holds the seal's keys; made on the first start
 */
@ConfigurationProperties("aman")
record KeySettings(@DefaultValue("data/aman.key") Path keyFile) {}
