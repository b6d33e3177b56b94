package org.aman.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.aman.answer.Question;
import org.aman.conversation.Conversation;
import org.aman.web.Objection.Reason;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers questions that come as JSON: from the page, and from whoever builds another one. */
@RestController
final class AskController {
    private final Conversation conversation;
    private final QuestionReader reader;
    private final Visitors visitors;

    AskController(Conversation conversation, QuestionReader reader, Visitors visitors) {
        this.conversation = conversation;
        this.reader = reader;
        this.visitors = visitors;
    }

    @PostMapping(path = "/api/ask", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Told> ask(HttpServletRequest request) throws IOException {
        if (!visitors.mayAsk(request.getRemoteAddr())) {
            throw new Objection(Reason.TOO_OFTEN);
        }
        Question question = reader.read(request.getInputStream());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Told.of(conversation.answer(question)));
    }
}
