package org.aman;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Calls that the house does without, each with its reason. */
class HabitsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.aman");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages("org.aman");

    /** Calls whose result depends on the machine's language unless a Locale is handed in. */
    private static final Set<String> SPEAKS_A_LANGUAGE = Set.of(
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.io.PrintStream.printf",
            "java.io.PrintStream.format",
            "java.io.PrintWriter.printf",
            "java.io.PrintWriter.format",
            "java.util.Formatter.<init>",
            "java.util.Scanner.<init>",
            "java.text.MessageFormat.<init>",
            "java.text.MessageFormat.format",
            "java.text.SimpleDateFormat.<init>",
            "java.text.DecimalFormat.<init>",
            "java.text.NumberFormat.getInstance",
            "java.text.NumberFormat.getIntegerInstance",
            "java.text.NumberFormat.getNumberInstance",
            "java.text.NumberFormat.getPercentInstance",
            "java.text.Collator.getInstance",
            "java.text.BreakIterator.getSentenceInstance",
            "java.text.BreakIterator.getWordInstance",
            "java.text.BreakIterator.getCharacterInstance",
            "java.time.format.DateTimeFormatter.ofPattern",
            "java.time.format.DateTimeFormatterBuilder.toFormatter");

    /** Time comes from the clock that is handed in, so that a test or a scenario can set it. */
    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .should()
                .accessTargetWhere(calls("ask the machine for the time", HabitsTest::asksTheTime))
                .check(HOUSE);
    }

    /** The service has one clock; a command is a process of its own and begins with one. */
    @Test
    void onlyTheClockAndTheCommandsTakeTheMachinesClock() {
        noClasses()
                .that(not(nameIs(ScenarioClock.class.getName()).or(resideInAPackage("org.aman.command"))))
                .should()
                .accessTargetWhere(calls("take the machine's clock", HabitsTest::takesAClock))
                .check(HOUSE);
    }

    private static boolean takesAClock(AccessTarget target, JavaAccess<?> access) {
        return target.getOwner().isEquivalentTo(Clock.class) && target.getName().startsWith("system");
    }

    private static boolean asksTheTime(AccessTarget target, JavaAccess<?> access) {
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "now" -> owner.isAssignableTo(Temporal.class) && !takes(access, Clock.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && parameters(access).isEmpty();
            default -> false;
        };
    }

    /** Under ar-EG "%d" prints other digits, under tr "I" folds to a letter that no search expects. */
    @Test
    void whateverFormatsOrFoldsNamesItsLocale() {
        noClasses()
                .should()
                .accessTargetWhere(calls(
                        "format or fold by the machine's language",
                        (target, access) -> SPEAKS_A_LANGUAGE.contains(nameOf(target)) && !takes(access, Locale.class)))
                .check(HOUSE);
    }

    /** Whoever waits, waits for something: a lock, a queue, a latch. Sleeping is a guess about time. */
    @Test
    void nobodySleepsNotEvenTests() {
        DescribedPredicate<JavaAccess<?>> sleeping = calls("sleep", (target, access) -> target.getName().equals("sleep")
                && (target.getOwner().isEquivalentTo(Thread.class) || target.getOwner().isEquivalentTo(TimeUnit.class)));

        noClasses().should().accessTargetWhere(sleeping).check(HOUSE);
        noClasses().should().accessTargetWhere(sleeping).check(TESTS);
    }

    /** What an object needs stands in its one constructor. */
    @Test
    void fieldsAreNeverInjected() {
        noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
        noFields().should().beAnnotatedWith(Value.class).check(HOUSE);
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(HOUSE);
        noFields().should().beAnnotatedWith("jakarta.annotation.Resource").check(HOUSE);
    }

    /** Commands and the start speak to whoever typed them; everybody else writes to the log. */
    @Test
    void onlyCommandsAndTheStartWriteToTheStandardStreams() {
        noClasses()
                .that(not(resideInAPackage("org.aman.command").or(resideInAPackage("org.aman"))))
                .should()
                .accessTargetWhere(calls(
                        "write to a standard stream",
                        (target, access) -> target.getOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err").contains(target.getName())))
                .check(HOUSE);
    }

    /** A failure is handled, or thrown on with what was being attempted. */
    @Test
    void nobodyPrintsAStackTrace() {
        noClasses()
                .should()
                .accessTargetWhere(calls("print a stack trace", (target, access) -> target.getName()
                                .equals("printStackTrace")
                        && target.getOwner().isAssignableTo(Throwable.class)))
                .check(HOUSE);
    }

    /** Chance is handed in with its seed; what guards something uses SecureRandom. */
    @Test
    void nobodyRollsDiceOfTheirOwn() {
        noClasses()
                .should()
                .accessTargetWhere(calls("use chance without a seed", HabitsTest::rollsDice))
                .check(HOUSE);
        noClasses()
                .should()
                .accessTargetWhere(calls("use chance without a seed", HabitsTest::rollsDice))
                .check(TESTS);
    }

    private static boolean rollsDice(AccessTarget target, JavaAccess<?> access) {
        return switch (nameOf(target)) {
            case "java.util.Random.<init>", "java.util.SplittableRandom.<init>" -> parameters(access).isEmpty();
            case "java.util.Collections.shuffle" -> parameters(access).size() == 1;
            case "java.lang.Math.random", "java.util.concurrent.ThreadLocalRandom.current" -> true;
            default -> false;
        };
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String what, Call call) {
        return describe(what, access -> call.matches(access.getTarget(), access));
    }

    /** A question about one access: to what, and with which parameters. */
    private interface Call {
        boolean matches(AccessTarget target, JavaAccess<?> access);
    }

    private static String nameOf(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    private static boolean takes(JavaAccess<?> access, Class<?> type) {
        return parameters(access).contains(type.getName());
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static DescribedPredicate<JavaClass> nameIs(String... names) {
        return describe("are " + Arrays.toString(names), type -> Arrays.asList(names).contains(type.getName()));
    }
}
