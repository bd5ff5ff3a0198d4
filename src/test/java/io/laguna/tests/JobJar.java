package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** A Spark job compiled for a test. */
final class JobJar {
    private JobJar() {}

    /**
     * Compiles a job.
     *
     * @param name the simple name of its class
     * @return the jar, in the folder
     */
    static Path of(Path folder, String name, String source) throws IOException {
        return of(folder, name, source, new Manifest());
    }

    /** Compiles a job as {@link #of(Path, String, String)} does; its class is the jar's main class. */
    static Path runnable(Path folder, String name, String source) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, name);
        return of(folder, name, source, manifest);
    }

    private static Path of(Path folder, String name, String source, Manifest manifest) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String classPath = Files.readString(LagunaCommand.home().resolve("engines/spark/target/classpath"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        classPath.strip(),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(result).isZero();
        Path jar = folder.resolve(name.toLowerCase(Locale.ROOT) + ".jar");
        try (OutputStream written = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(written, manifest);
                var found = Files.walk(classes)) {
            for (Path one : found.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, entries);
            }
        }
        return jar;
    }
}
