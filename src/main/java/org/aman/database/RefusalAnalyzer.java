package org.aman.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refusal as its one line, without a stack trace. */
class RefusalAnalyzer extends AbstractFailureAnalyzer<Refusal> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Refusal cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
