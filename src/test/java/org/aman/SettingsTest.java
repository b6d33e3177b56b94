package org.aman;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The settings, the file that documents them and the records that read them tell the same. */
class SettingsTest {
    private static final KnownSettings HOUSE = new KnownSettings(KnownSettings.records(house()));
    private static final KnownSettings HARBOUR = new KnownSettings(Map.of(Harbour.class, "aman"));

    /** All records of the house that read settings. */
    private static ListableBeanFactory house() {
        DefaultListableBeanFactory house = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner scan = new ClassPathBeanDefinitionScanner(house, false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scan.scan(KnownSettings.class.getPackageName());
        return house;
    }

    /** Settings of a house that is not ours. */
    record Harbour(String keyFile, @Max(30) int boatsPerHour, List<Pilot> pilots, List<String> flags, Lamp lamp) {
        record Pilot(String callSign) {}

        record Lamp(OffsetDateTime lit) {}
    }

    @Test
    void everySettingInTheFileIsReadBySomeone() throws IOException {
        assertThat(SettingsCheck.slips(with(file(new FileSystemResource("config/application.yaml"))), HOUSE))
                .isEmpty();
    }

    @Test
    void everySettingThatSomeoneReadsStandsInTheFile() throws IOException {
        PropertySource<?> file = file(new FileSystemResource("config/application.yaml"));
        List<String> keys = List.of(((EnumerablePropertySource<?>) file).getPropertyNames());

        assertThat(HOUSE.names()).allMatch(name -> keys.stream().anyMatch(key -> tells(key, name)));
    }

    /** Whether a key documents a setting; an empty list documents its parts by its comment. */
    private static boolean tells(String key, String name) {
        return key.replaceAll("\\[[0-9]+]", "[]").equals(name) || name.startsWith(key + "[]");
    }

    @Test
    void theHousesSettingsAreFound() {
        assertThat(HOUSE.names()).contains("aman.scenario-time", "aman.key-file");
    }

    @Test
    void aRecordsPartsBecomeNames() {
        assertThat(HARBOUR.names())
                .containsExactly(
                        "aman.boats-per-hour",
                        "aman.flags[]",
                        "aman.key-file",
                        "aman.lamp.lit",
                        "aman.pilots[].call-sign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aman.key-file", "aman.keyFile", "aman.pilots[0].call-sign", "aman.pilots[12].callSign", "aman.flags",
                "aman.flags[3]", "aman.pilots", "aman.lamp.lit", "server.port"
            })
    void whatIsReadIsLetThrough(String key) {
        assertThat(SettingsCheck.slips(with(new MapPropertySource("test", Map.of(key, "x"))), HARBOUR))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aman.keyfil, aman.key-file",
        "aman.key.file, aman.key-file",
        "aman.boat-per-hours, aman.boats-per-hour",
        "aman.pilots[0].callsing, aman.pilots[].call-sign",
        "aman.lamp.lid, aman.lamp.lit"
    })
    void aSlipIsRefusedWithTheNearestName(String slip, String meant) {
        assertThat(SettingsCheck.slips(with(new MapPropertySource("test", Map.of(slip, "x"))), HARBOUR))
                .containsExactly("Nobody reads the setting " + slip + "; the nearest is " + meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AMAN_KEYFILE", "AMAN_KEY_FILE", "AMAN_PILOTS_0_CALLSIGN", "AMAN_FLAGS_1", "AMANDA", "HOME"})
    void environmentVariablesMayBeWrittenInEitherForm(String variable) {
        assertThat(SettingsCheck.slips(with(variables(variable)), HARBOUR)).isEmpty();
    }

    @Test
    void aSlipInAnEnvironmentVariableIsRefusedToo() {
        assertThat(SettingsCheck.slips(with(variables("AMAN_KEYFIL")), HARBOUR))
                .singleElement()
                .asString()
                .startsWith("Nobody reads the setting AMAN_KEYFIL")
                .endsWith("the nearest is aman.key-file");
    }

    @Test
    void aSlipInTheFileIsFoundAtItsLine() throws IOException {
        Resource yaml = new ByteArrayResource("aman:\n  lamp:\n    lid: now\n".getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return "harbour.yaml";
            }
        };

        assertThat(SettingsCheck.slips(with(file(yaml)), HARBOUR))
                .containsExactly("Nobody reads the setting aman.lamp.lid (harbour.yaml, line 3);"
                        + " the nearest is aman.lamp.lit");
    }

    private static SystemEnvironmentPropertySource variables(String name) {
        return new SystemEnvironmentPropertySource("variables", Map.of(name, "x"));
    }

    private static PropertySource<?> file(Resource resource) throws IOException {
        return new YamlPropertySourceLoader().load("file", resource).getFirst();
    }

    private static StandardEnvironment with(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().stream()
                .map(PropertySource::getName)
                .toList()
                .forEach(environment.getPropertySources()::remove);
        environment.getPropertySources().addFirst(source);
        return environment;
    }
}
