package org.aman;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aman.database.Refusal;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a setting of ours that nobody reads, for a typing slip would silently leave the default in force,
 * or with a bad one. It does so before anything else is made: no file, no table, no connection.
 */
@Component
class SettingsCheck implements BeanFactoryPostProcessor {
    private static final String FILE = KnownSettings.OURS + ".";
    private static final String VARIABLE = "AMAN_";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Map<Class<?>, String> records = KnownSettings.records();
        List<String> slips = slips(beans.getBean(ConfigurableEnvironment.class), new KnownSettings(records));
        if (!slips.isEmpty()) {
            throw new Refusal(String.join("; ", slips));
        }
        // Asking for a record reads and checks it; those of parts that are switched off are not there.
        records.keySet().forEach(record -> beans.getBeanProvider(record).ifAvailable(read -> {}));
    }

    /** One sentence for each setting that nobody reads. */
    static List<String> slips(ConfigurableEnvironment environment, KnownSettings known) {
        SortedSet<String> slips = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> settings) {
                for (String name : settings.getPropertyNames()) {
                    if (!isRead(name, settings, known)) {
                        String where = BadSettingAnalyzer.where(OriginLookup.getOrigin(source, name));
                        slips.add("Nobody reads the setting " + name + where + "; the nearest is "
                                + known.nearest(name));
                    }
                }
            }
        }
        return List.copyOf(slips);
    }

    private static boolean isRead(String name, EnumerablePropertySource<?> source, KnownSettings known) {
        if (source instanceof SystemEnvironmentPropertySource && name.toUpperCase(Locale.ROOT).startsWith(VARIABLE)) {
            return known.readsVariable(name);
        }
        return !name.startsWith(FILE) || known.reads(name);
    }
}
