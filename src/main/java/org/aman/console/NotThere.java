package org.aman.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is nothing of this name. */
public final class NotThere extends ResponseStatusException {
    private static final long serialVersionUID = 1;

    public NotThere() {
        super(HttpStatus.NOT_FOUND);
    }
}
