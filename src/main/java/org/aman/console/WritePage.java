package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Written;
import org.aman.owed.Answers;
import org.aman.owed.OpenGroup;
import org.aman.owed.OpenGroups;
import org.aman.place.Place;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.aman.unanswered.OpenQuestion;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new update, from nothing or from open questions. Nothing is kept until it is saved. */
@Controller
final class WritePage {
    private final DraftDesk desk;
    private final DraftSheet sheet;
    private final DraftForm form;
    private final OpenGroups groups;
    private final Answers answers;

    WritePage(DraftDesk desk, DraftSheet sheet, DraftForm form, OpenGroups groups, Answers answers) {
        this.desk = desk;
        this.sheet = sheet;
        this.form = form;
        this.groups = groups;
        this.answers = answers;
    }

    @GetMapping("/console/write")
    @Needs(Act.WRITE)
    Object begin(
            @RequestParam(name = "group", defaultValue = "") String group, @RequestAttribute(Door.WHO) Volunteer who) {
        Written written = group(group).map(WritePage::answering).orElseGet(Written::nothing);
        ModelAndView page = sheet.page(who, null, form.reshaped(written, "add-source"), group);
        sheet.quiet(page);
        return page;
    }

    private Optional<OpenGroup> group(String id) {
        return id.isBlank() ? Optional.empty() : groups.of(new OpenQuestion.Id(id));
    }

    private static Written answering(OpenGroup group) {
        return Written.answering(
                Optional.ofNullable(group.topic()).orElse(""),
                group.places().stream().map(Place.Id::value).toList(),
                group.ways());
    }

    @PostMapping("/console/write")
    @Needs(Act.WRITE)
    Object save(
            @RequestParam(name = "act", defaultValue = "save") String act,
            @RequestParam(name = "group", defaultValue = "") String group,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request) {
        Written written = form.read(new DraftForm.Fields(request.getParameterMap()), "");
        if (!act.equals("save")) {
            return sheet.page(who, null, form.reshaped(written, act), group);
        }
        Draft.Origin origin = group.isBlank() ? Draft.Origin.NOTHING : Draft.Origin.QUESTIONS;
        Ruling ruling = desk.start(who, written, origin);
        if (ruling instanceof Ruling.Kept(Draft draft)) {
            group(group).ifPresent(open -> draft.update()
                    .ifPresent(update -> answers.write(open.ids(), update, who.id().value())));
            return Ways.to("/console/drafts/" + draft.id() + "?done=saved");
        }
        return Ways.refused(sheet.page(who, null, written, group), ruling, who, sheet.messages());
    }
}
