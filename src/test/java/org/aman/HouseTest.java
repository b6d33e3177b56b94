package org.aman;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the rooms and who may know whom; the README's walk tells the same in words. */
class HouseTest {
    /**
     * Who may use whom: a new arrow is one word here. The package org.aman itself puts the rooms together: it may use
     * all, and nobody uses it. Rooms that are not built yet may stand here already.
     */
    private static final Map<String, Set<String>> MAY_USE = table("""
            language     |
            database     |
            place        | language database
            staff        | language database
            knowledge    | language database place staff
            search       | language place knowledge search.ranking
            search.ranking | place knowledge
            message      | language
            answer       | language place knowledge search search.ranking
            resident     | language database place message
            unanswered   | language database place message
            owed         | language database place staff knowledge answer message resident unanswered conversation
            conversation | language place knowledge answer message resident unanswered alert
            alert        | language database place staff knowledge message resident
            alert.cap    | language database place alert
            duty         | language database place staff knowledge message conversation alert
            telegram     | language database place message conversation duty
            web          | language place knowledge answer message conversation alert alert.cap
            console      | language place staff knowledge answer message unanswered alert duty owed
            console.alert | language place staff knowledge message alert alert.cap console
            command      | language database place staff knowledge search answer message conversation
            """);

    private static final Pattern NO_NAME_FOR_A_ROOM =
            Pattern.compile("common|commons|util|utils|config|model|models|dto|service|services|impl|helper|misc|core");
    private static final Pattern NO_NAME_FOR_A_TYPE =
            Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Service|Dto|DTO)");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.aman");

    private static Map<String, Set<String>> table(String rows) {
        return rows.lines()
                .map(row -> row.split("\\|", -1))
                .collect(toMap(row -> row[0].strip(), row -> words(row[1])));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    /** The name of the room: "place", "alert.cap", or nothing for the package that puts the rooms together. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("org.aman") ? "" : name.substring("org.aman.".length());
    }

    private static Set<String> mayUse(String room) {
        return MAY_USE.getOrDefault(room, Set.of());
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("org.aman") || type.getPackageName().startsWith("org.aman.");
    }

    @Test
    void everyRoomStandsInTheTable() {
        Set<String> rooms = HOUSE.stream().map(HouseTest::room).collect(toCollection(TreeSet::new));
        rooms.remove("");

        assertThat(rooms).isNotEmpty().isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void aRoomUsesOnlyTheRoomsOfItsRow() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            String room = room(type);
            if (room.isEmpty()) {
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (isOurs(target) && !room(target).equals(room) && !mayUse(room).contains(room(target))) {
                    strangers.add(room + " -> " + (room(target).isEmpty() ? "org.aman" : room(target)) + ": "
                            + type.getSimpleName() + " uses " + target.getSimpleName());
                }
            }
        }

        assertThat(strangers).isEmpty();
    }

    @Test
    void theTableItselfLeadsNowhereInACircle() {
        Set<String> settled = new HashSet<>();
        Map<String, Set<String>> open = new HashMap<>(MAY_USE);
        while (open.entrySet().removeIf(row -> settled.containsAll(row.getValue()) && settled.add(row.getKey()))) {
            // Each round takes the rooms that use only settled ones; a circle would never be taken.
        }

        assertThat(open).isEmpty();
    }

    @Test
    void roomsFormNoCircles() {
        slices().matching("org.aman.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void roomsAreNamedForThingsOfTheDomain() {
        assertThat(HOUSE.stream().map(HouseTest::room).flatMap(room -> Arrays.stream(room.split("\\.", -1))))
                .noneMatch(name -> NO_NAME_FOR_A_ROOM.matcher(name).matches());
    }

    @Test
    void typesAreNamedForTheirJobNotForAPattern() {
        assertThat(HOUSE.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> NO_NAME_FOR_A_TYPE.matcher(name).matches());
    }

    @Test
    void everyRoomSaysThatNothingInItIsNull() {
        List<String> silent = HOUSE.stream()
                .map(JavaClass::getPackage)
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(room -> room.getName())
                .distinct()
                .toList();

        assertThat(silent).isEmpty();
    }

    /** Its library brings Jackson 2 along; ours is Jackson 3, whose annotations still carry the old name. */
    @Test
    void onlyTelegramKnowsTelegramAndItsJackson() {
        only("telegram", resideInAnyPackage(
                "org.telegram..", "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."));
    }

    @Test
    void onlySearchAndLanguageKnowLucene() {
        noClasses()
                .that(not(resideInAnyPackage("org.aman.search", "org.aman.search.ranking", "org.aman.language")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.lucene.."))
                .check(HOUSE);
    }

    /**
     * A webhook is Telegram's own way in, with Telegram's secret, so its one controller stays with Telegram: in web it
     * would need to know what only telegram may know.
     */
    @Test
    void onlyTheWebRoomsAndTheWebhookKnowTheWeb() {
        noClasses()
                .that(not(resideInAnyPackage("org.aman.web", "org.aman.console..")
                        .or(nameStartsWith("org.aman.telegram.Webhook"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.web.servlet..",
                        "org.springframework.web.bind..",
                        "org.springframework.ui.."))
                .check(HOUSE);
    }

    @Test
    void onlyRoomsThatKeepThingsKnowTheDatabase() {
        Set<String> keepers = MAY_USE.entrySet().stream()
                .filter(row -> row.getValue().contains("database"))
                .map(row -> "org.aman." + row.getKey())
                .collect(toCollection(TreeSet::new));
        keepers.add("org.aman.database");

        noClasses()
                .that(not(resideInAnyPackage(keepers.toArray(String[]::new))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."))
                .check(HOUSE);
    }

    private static void only(String room, DescribedPredicate<JavaClass> what) {
        noClasses()
                .that(not(resideInAPackage("org.aman." + room)))
                .should()
                .dependOnClassesThat(are(what))
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> nameStartsWith(String start) {
        return DescribedPredicate.describe("name starts with " + start, type -> type.getName().startsWith(start));
    }
}
