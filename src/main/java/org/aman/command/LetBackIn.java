package org.aman.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.aman.staff.DoorSettings;
import org.aman.staff.WayBack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets the only admin back in who lost the second factor; needs the database and its key. */
@Command(
        name = "let-back-in",
        description = "Print a link, good once and for a day, by which the only admin takes a new second factor; it asks for"
                + " their password, unless that is lost too. All their sessions end. It stands in the journal.")
final class LetBackIn implements Callable<Integer> {
    /** What the doors stand on, as far as a link and sessions need it. */
    private static final Set<String> PARTS = Set.of(
            "org.aman.staff.StaffConfiguration",
            "org.aman.staff.Invitations",
            "org.aman.staff.Sessions",
            "org.aman.staff.Traces",
            "org.aman.staff.WayBack");

    @Parameters(index = "0", paramLabel = "NAME", description = "The admin's name, as they sign in.")
    private String name = "";

    @Option(names = "--password-too", description = "The password is lost as well: the link takes both anew.")
    private boolean passwordToo;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        try (Store store = Store.open(PARTS)) {
            WayBack.Made made = store.part(WayBack.class).forSoleAdmin(
                            name, passwordToo ? WayBack.Lost.PASSWORD_TOO : WayBack.Lost.SECOND_FACTOR);
            screen.println(said(made, store.part(DoorSettings.class).address()));
            screen.flush();
            return made.secret() == null ? 1 : 0;
        }
    }

    private String said(WayBack.Made made, String address) {
        if (made.fault() == WayBack.Fault.NOT_ALONE) {
            return "There is another admin: they make the link, on the page of people. It opens after a day.";
        }
        return made.fault() == null
                ? "Good once and for a day: " + (address.isEmpty() ? "http://localhost:8080" : address) + "/console/link/"
                        + made.secret()
                : "There is no admin called " + name + " who may come in.";
    }
}
