package org.aman.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.aman.knowledge.DraftImport;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Ruling;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Update files in and out. What comes in is checked first, and becomes drafts only. */
@Controller
final class FilesPage {
    private static final int MOST_SHOWN = 200;

    private final DraftImport files;
    private final ExportedFiles exported;
    private final Messages messages;
    private final Sheets sheets;

    FilesPage(DraftImport files, ExportedFiles exported, Messages messages, Sheets sheets) {
        this.files = files;
        this.exported = exported;
        this.messages = messages;
        this.sheets = sheets;
    }

    /** What was found in an archive, and what became of it. */
    record Report(String said, List<Line> findings) {}

    /** One objection, with file and line. */
    record Line(boolean error, String where, String sentence) {}

    @GetMapping("/console/files")
    @Needs(Act.READ)
    ModelAndView page(@RequestAttribute(Door.WHO) Volunteer who) {
        return page(who, null, "");
    }

    @GetMapping("/console/files/aman.zip")
    @Needs(Act.READ)
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"aman.zip\"");
        exported.writeTo(response.getOutputStream());
    }

    @PostMapping("/console/files")
    @Needs(Act.WRITE)
    ModelAndView take(
            @RequestParam(name = "zip", required = false) @Nullable MultipartFile zip,
            @RequestParam(name = "act", defaultValue = "check") String act,
            @RequestAttribute(Door.WHO) Volunteer who)
            throws IOException {
        if (zip == null || zip.isEmpty()) {
            return page(who, null, sheets.text("no-file", who.language()));
        }
        return act.equals("make") ? page(who, made(who, zip.getBytes()), "") : page(who, checked(who, zip.getBytes()), "");
    }

    private Report checked(Volunteer who, byte[] zip) {
        var reading = files.read(zip);
        return report(
                sheets.say("import-checked", who.language(), Map.of("n", reading.updates().size())),
                reading.findings(),
                who.language());
    }

    private Report made(Volunteer who, byte[] zip) {
        DraftImport.Taken taken = files.take(who, zip);
        long drafts = taken.rulings().stream().filter(Ruling.Kept.class::isInstance).count();
        return report(
                sheets.say("import-made", who.language(), Map.of(
                        "n", drafts, "not", taken.rulings().size() - drafts)),
                taken.findings(),
                who.language());
    }

    private Report report(String said, List<Finding> findings, Language language) {
        return new Report(
                said,
                findings.stream().limit(MOST_SHOWN).map(finding -> line(finding, language)).toList());
    }

    private Line line(Finding finding, Language language) {
        String where = finding.file() + (finding.line() > 0 ? ":" + finding.line() : "");
        return new Line(
                finding.isError(), where, Sheets.readable(finding.sentence(messages, language), language));
    }

    private ModelAndView page(Volunteer who, @Nullable Report report, String refused) {
        ModelAndView page = sheets.page("files", who);
        page.addObject("report", report);
        page.addObject("refused", refused);
        page.addObject("done", "");
        if (!refused.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
