package org.aman;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets each room sweep out, hour by hour, what it has kept long enough. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Sweeps {}
