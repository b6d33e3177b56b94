package org.aman.telegram;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.boot.SpringApplicationAotProcessor;

/** How the parts of the service are put together, worked out once for all processes by the steps of the Dockerfile. */
final class PutTogether {
    private static final Path CLASSES = Path.of("target", "classes");

    /** The class path of the service as Maven knows it. */
    private static final String SERVICE = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));

    /** The class path of the service and of what puts it together, made without a token: jars alone, as in the image. */
    static final String CLASS_PATH = made();

    private PutTogether() {}

    private static String made() {
        try {
            Path made = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "put-together");
            Path classes = Files.createDirectories(made.resolve("classes"));
            Path sources = Files.createDirectories(made.resolve("sources"));
            process(made, sources, classes);
            compile(sources, classes);
            return jar(made.resolve("aman.jar"), classes)
                    + File.pathSeparator
                    + Arrays.stream(SERVICE.split(File.pathSeparator))
                            .filter(entry -> entry.endsWith(".jar"))
                            .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void process(Path made, Path sources, Path classes) throws IOException, InterruptedException {
        Path log = made.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        SERVICE,
                        SpringApplicationAotProcessor.class.getName(),
                        "org.aman.Aman",
                        sources.toString(),
                        made.resolve("resources").toString(),
                        classes.toString(),
                        "org.aman",
                        "aman")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("The service cannot be put together before:\n" + Files.readString(log));
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-cp",
                classes + File.pathSeparator + SERVICE,
                "-d",
                classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("What puts the service together does not compile");
        }
    }

    private static Path jar(Path jar, Path classes) {
        java.util.spi.ToolProvider tool = java.util.spi.ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, "--create", "--no-compress", "--file", jar.toString(),
                "-C", CLASSES.toString(), ".", "-C", classes.toString(), ".") != 0) {
            throw new AssertionError("The jar of the service cannot be made");
        }
        return jar;
    }
}
