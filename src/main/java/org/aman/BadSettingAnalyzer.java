package org.aman;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says of a bad setting its name, its value, where it stands and what is expected. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BadSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final Pattern SECRET = Pattern.compile(".*(token|secret|password)");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException failure) {
        BindValidationException invalid = findCause(failure, BindValidationException.class);
        String line = invalid == null ? unreadable(failure) : invalid(invalid.getValidationErrors());
        return new FailureAnalysis(line, null, failure);
    }

    private static String unreadable(BindException failure) {
        ConfigurationProperty setting = failure.getProperty();
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        if (setting == null) {
            return failure.getName() + ": " + innermost(failure).getMessage();
        }
        return said(setting.getName(), setting.getValue(), setting) + ": expected " + expected(type, failure);
    }

    private static String invalid(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(error -> invalid(error, errors))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String invalid(ObjectError error, ValidationErrors errors) {
        if (!(error instanceof FieldError field)) {
            return errors.getName() + ": " + error.getDefaultMessage();
        }
        ConfigurationPropertyName name =
                errors.getName().append(DataObjectPropertyName.toDashedForm(field.getField()));
        ConfigurationProperty setting = errors.getBoundProperties().stream()
                .filter(bound -> bound.getName().equals(name))
                .findFirst()
                .orElse(null);
        return said(name, field.getRejectedValue(), setting) + ": " + field.getDefaultMessage();
    }

    private static String said(
            ConfigurationPropertyName name, @Nullable Object value, @Nullable ConfigurationProperty setting) {
        String shown = SECRET.matcher(name.toString()).matches() ? "a value kept secret" : "\"" + value + "\"";
        return name + " is " + (value == null ? "not set" : shown) + where(setting == null ? null : setting.getOrigin());
    }

    /** Where a setting stands, to be found again: " (application.yaml, line 7)"; nothing for an argument. */
    static String where(@Nullable Origin origin) {
        if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
            String file = text.getResource() == null ? "" : text.getResource().getFilename();
            return " (" + file + ", line " + (text.getLocation().getLine() + 1) + ")";
        }
        return origin instanceof SystemEnvironmentOrigin variable ? " (" + variable.getProperty() + ")" : "";
    }

    private static String expected(Class<?> given, BindException failure) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(given);
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(one -> one.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(" or "));
        }
        if (type == Integer.class || type == Long.class || type == Short.class) {
            return "a whole number";
        }
        if (type == Double.class || type == Float.class) {
            return "a number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Duration.class) {
            return "a length of time such as 30s, 5m or 2h";
        }
        if (type == OffsetDateTime.class) {
            return "a time with its offset such as 2020-01-12T18:00:00+02:00";
        }
        if (type == ZoneId.class) {
            return "a time zone such as Asia/Damascus";
        }
        return "something else, " + innermost(failure).getMessage();
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost;
    }
}
