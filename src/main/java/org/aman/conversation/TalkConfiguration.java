package org.aman.conversation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the talk. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TalkSettings.class)
class TalkConfiguration {}
