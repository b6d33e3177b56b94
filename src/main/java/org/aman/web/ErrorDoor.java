package org.aman.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.aman.web.Objection.Reason;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where requests end that no controller took: a sentence, without details. */
@Controller
final class ErrorDoor implements ErrorController {
    private final Sorry sorry;

    ErrorDoor(Sorry sorry) {
        this.sorry = sorry;
    }

    @RequestMapping("/error")
    Object sorry(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return sorry.say(
                // Without a status, someone typed this address.
                !(status instanceof Integer code) ? Reason.NOT_FOUND : code == 500 ? Reason.of(fault) : Reason.of(code),
                Texts.preferred(request),
                request,
                path instanceof String uri ? uri : "");
    }
}
