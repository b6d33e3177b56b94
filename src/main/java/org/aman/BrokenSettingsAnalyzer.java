package org.aman;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says where a file of settings ceases to be YAML. */
class BrokenSettingsAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark();
        String line = mark == null ? "" : ", line " + (mark.getLine() + 1);
        return new FailureAnalysis("application.yaml" + line + ": " + broken.getProblem(), null, broken);
    }
}
