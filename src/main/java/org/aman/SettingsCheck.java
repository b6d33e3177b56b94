package org.aman;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aman.database.Refusal;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

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
        Map<Class<?>, String> records = KnownSettings.records(beans);
        List<String> slips = slips(beans.getBean(ConfigurableEnvironment.class), new KnownSettings(records));
        if (!slips.isEmpty()) {
            throw new Refusal(String.join("; ", slips));
        }
        Binder binder = Binder.get(beans.getBean(ConfigurableEnvironment.class));
        // So early no context says messages yet, so what is expected is said by the validator alone.
        try (ValidatorFactory validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new MessageInterpolatorFactory().getObject())
                .buildValidatorFactory()) {
            BindHandler validating = new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator()));
            records.forEach((record, prefix) -> binder.bindOrCreate(prefix, Bindable.of(record), validating));
        }
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
