package org.aman.knowledge;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.aman.database.Refusal;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads the large files of {@code config/} as the very first, beside the rest of the start, which opens the database
 * meanwhile. Whoever asks for what is in them waits until it is there.
 */
final class EarlyReading implements BeanFactoryPostProcessor {
    private FutureTask<Lexicon> lexicon = new FutureTask<>(EarlyReading::notBegun);
    private FutureTask<Gazetteer> gazetteer = new FutureTask<>(EarlyReading::notBegun);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Path folder = Binder.get(beans.getBean(Environment.class))
                .bindOrCreate("aman", KnowledgeSettings.class)
                .configuration();
        lexicon = begun(folder.resolve("lexicon.yaml"), Lexicon::load);
        gazetteer = begun(folder.resolve("places.yaml"), Gazetteer::load);
    }

    private static <T> FutureTask<T> begun(Path file, Function<Path, T> reader) {
        FutureTask<T> task = new FutureTask<>(() -> ConfigFile.read(file, reader));
        Thread.ofPlatform().daemon().name("reads-" + file.getFileName()).start(task);
        return task;
    }

    private static <T> T notBegun() {
        throw new IllegalStateException("The start reads config/ before it makes anything of it");
    }

    /** @throws Refusal where the file is broken */
    Lexicon lexicon() {
        return read(lexicon);
    }

    /** @throws Refusal where the file is broken */
    Gazetteer gazetteer() {
        return read(gazetteer);
    }

    private static <T> T read(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while config/ was being read", e);
        }
    }
}
