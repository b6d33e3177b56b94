package org.aman.console;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Journal;
import org.aman.staff.Volunteer;
import org.aman.staff.Volunteers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what and when, latest first, and whether the chain is whole. */
@Controller
final class JournalPage {
    private static final int MOST = 50;

    private final Journal journal;
    private final Volunteers volunteers;
    private final Sheets sheets;
    private final Times times;

    JournalPage(Journal journal, Volunteers volunteers, Sheets sheets, Times times) {
        this.journal = journal;
        this.volunteers = volunteers;
        this.sheets = sheets;
        this.times = times;
    }

    /** An entry as the page shows it. */
    record Row(long number, String when, String who, String act, String subject, String detail) {}

    @GetMapping("/console/journal")
    @Needs(Act.READ_JOURNAL)
    ModelAndView page(
            @RequestParam(name = "before", defaultValue = "0") long before,
            @RequestParam(name = "check", defaultValue = "false") boolean check,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Language language = who.language();
        Map<String, String> names = volunteers.all().stream()
                .collect(Collectors.toMap(one -> one.id().value(), Volunteer::name));
        List<Journal.Entry> entries = journal.before(before <= 0 ? Long.MAX_VALUE : before, MOST);
        OptionalLong broken = check ? journal.firstBroken() : OptionalLong.empty();
        ModelAndView page = sheets.page("journal", who);
        page.addObject("rows", entries.stream().map(one -> row(one, names, language)).toList());
        page.addObject("after", older(entries));
        page.addObject("before", before <= 0 ? "" : "/console/journal");
        page.addObject("checked", check);
        page.addObject("broken", broken.isPresent() ? Long.toString(broken.getAsLong()) : "");
        return page;
    }

    private static String older(List<Journal.Entry> entries) {
        return entries.isEmpty() || entries.getLast().number() <= 1
                ? ""
                : "/console/journal?before=" + entries.getLast().number();
    }

    private Row row(Journal.Entry entry, Map<String, String> names, Language language) {
        return new Row(
                entry.number(),
                times.moment(entry.at(), language),
                names.getOrDefault(entry.who(), entry.who()),
                sheets.texts(language).getOrDefault("act." + entry.act(), entry.act()),
                names.getOrDefault(entry.subject(), entry.subject()),
                entry.detail());
    }
}
