package org.aman.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the web page is offered.
 *
 * @param questionsPerMinute what one address may ask; many people stand behind one address of a mobile network or a camp
 */
@ConfigurationProperties("aman.web")
record WebSettings(@DefaultValue("240") @Min(1) @Max(100_000) int questionsPerMinute) {}
