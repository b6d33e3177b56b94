package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.aman.staff.Volunteer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong on a page of the staff into a sentence; the log gets the place, never what was typed. */
@ControllerAdvice(basePackageClasses = Faults.class)
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int FRAMES = 12;

    private final Sheets sheets;

    Faults(Sheets sheets) {
        this.sheets = sheets;
    }

    /** The one place of this room that catches everything: an exception's message may quote what was typed. */
    @ExceptionHandler
    ModelAndView failed(Exception fault, HttpServletRequest request) {
        HttpStatus status = switch (fault) {
            case ErrorResponse known -> HttpStatus.valueOf(known.getStatusCode().value());
            case TypeMismatchException letters -> HttpStatus.BAD_REQUEST;
            case DataAccessResourceFailureException away -> HttpStatus.SERVICE_UNAVAILABLE;
            case CannotCreateTransactionException away -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
        if (status.is5xxServerError()) {
            LOG.error("A page of the console failed: {}", whereabouts(fault));
        }
        return say(status, request);
    }

    private ModelAndView say(HttpStatus status, HttpServletRequest request) {
        ModelAndView page = request.getAttribute(Door.WHO) instanceof Volunteer who
                ? sheets.page("fault", who)
                : sheets.open("fault", Tongue.of(request));
        page.addObject("why", switch (status) {
            case NOT_FOUND -> "not-there";
            case CONTENT_TOO_LARGE -> "too-large";
            case SERVICE_UNAVAILABLE -> "records-away";
            case INTERNAL_SERVER_ERROR -> "ours";
            default -> "unreadable";
        });
        page.setStatus(status);
        return page;
    }

    private static String whereabouts(Throwable fault) {
        List<String> frames = Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .toList();
        Throwable cause = fault instanceof TransactionSystemException ended && ended.getApplicationException() != null
                ? ended.getApplicationException()
                : fault.getCause();
        return fault.getClass().getName() + " at " + String.join(" < ", frames)
                + (cause == null ? "" : ", caused by " + whereabouts(cause));
    }
}
