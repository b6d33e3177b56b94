package org.aman.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.aman.language.Language;
import org.aman.web.Objection.Reason;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns what went wrong while answering into a sentence; of a fault of ours the log gets the place, never what was said. */
@ControllerAdvice(assignableTypes = {AskController.class, PageController.class, FeedController.class})
final class Objections {
    private static final Logger log = LoggerFactory.getLogger(Objections.class);
    private static final int FRAMES = 12;

    private final Sorry sorry;

    Objections(Sorry sorry) {
        this.sorry = sorry;
    }

    @ExceptionHandler
    Object objected(Objection objection, HttpServletRequest request) {
        Language asked = objection.language();
        return sorry.say(
                objection.reason(),
                asked == null ? Texts.preferred(request) : asked,
                request,
                request.getRequestURI());
    }

    /** A form that is too large, has too many parts, or is badly written. */
    @ExceptionHandler
    Object unreadable(InvalidParameterException form, HttpServletRequest request) {
        return sorry.say(
                Reason.of(form.getErrorCode()), Texts.preferred(request), request, request.getRequestURI());
    }

    /** The one place of this room that catches everything: an exception's message may quote what was asked. */
    @ExceptionHandler
    Object failed(RuntimeException fault, HttpServletRequest request) {
        log.error("A question got no answer: {}", whereabouts(fault));
        return sorry.say(Reason.of(fault), Texts.preferred(request), request, request.getRequestURI());
    }

    private static String whereabouts(Throwable fault) {
        List<String> frames = Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .toList();
        Throwable cause = fault.getCause();
        return fault.getClass().getName() + " at " + String.join(" < ", frames)
                + (cause == null ? "" : ", caused by " + whereabouts(cause));
    }
}
