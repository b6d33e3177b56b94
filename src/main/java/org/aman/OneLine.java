package org.aman;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line on the error stream why the service does not start, in place of the log's many lines. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLine implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        LoggingSystem.get(OneLine.class.getClassLoader())
                .setLogLevel(LoggingFailureAnalysisReporter.class.getName(), LogLevel.OFF);
        System.err.println("Aman does not start. " + line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        return (analysis.getDescription() + action).strip().replaceAll("\\s+", " ");
    }
}
