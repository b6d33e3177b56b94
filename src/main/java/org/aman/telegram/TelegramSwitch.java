package org.aman.telegram;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Takes the room's parts away before any of them is made: all of them without a token, else those of the other mode. A
 * condition on a part would be decided when the service is built, and it is built once for all installations.
 */
final class TelegramSwitch implements BeanFactoryPostProcessor {
    private static final Set<Class<?>> ALWAYS =
            Set.of(TelegramConfiguration.class, TelegramSettings.class, TelegramSwitch.class);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return; // the service is being built, not started
        }
        Environment environment = beans.getBean(Environment.class);
        boolean on = !environment.getProperty("aman.telegram.token", "").isBlank();
        boolean posted = "webhook".equalsIgnoreCase(environment.getProperty("aman.telegram.mode", ""));
        BeanDefinitionRegistry definitions = (BeanDefinitionRegistry) beans;
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (isOurs(type) && !(on && type != (posted ? Poller.class : Webhook.class))) {
                definitions.removeBeanDefinition(name);
            }
        }
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null
                && type.getPackageName().equals(TelegramSwitch.class.getPackageName())
                && !ALWAYS.contains(type);
    }
}
