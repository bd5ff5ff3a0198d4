package io.laguna.glue.launch;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import scala.Console;
import scala.tools.nsc.Main$;

/**
 * A script in Scala.
 *
 * @param folder for what is made of it
 */
record ScalaScript(Path file, Path folder) {
    /** The compiler's words for an import of SDK 1, whose packages have that of Glue's classes as their neighbour. */
    private static final String FIRST_SDK = " is not a member of package com.amazonaws";

    /**
     * Compiles the script against everything that the job has.
     *
     * @return the jar of its classes
     * @throws CompilationException when it does not compile; all errors are on standard error
     */
    Path compile() throws IOException, CompilationException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String[] words = {"-nowarn", "-classpath", classPath(), "-d", classes.toString(), file.toString()};
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Console.withErr(said, () -> {
            Main$.MODULE$.process(words);
            return words;
        });
        String errors = said.toString(StandardCharsets.UTF_8)
                .replace(file.toString(), file.getFileName().toString());
        if (Main$.MODULE$.reporter().hasErrors()) {
            PrintStream log = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            log.print(errors);
            if (errors.contains(FIRST_SDK)) {
                log.println(
                        "The AWS SDK 1 for Java is not on the class path. Use SDK 2 (software.amazon.awssdk), or give SDK 1"
                                + " by --extra-jars.");
            }
            throw new CompilationException(errors.lines().findFirst().orElse("The script does not compile."));
        }
        return jar(classes);
    }

    private Path jar(Path classes) throws IOException {
        Path jar = folder.resolve("job.jar");
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path each : files) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
            }
        }
        return jar;
    }

    /** Returns the class path of the JVM, and the jars that Spark's loaders have beside it. */
    private static String classPath() throws IOException {
        Set<String> entries = new LinkedHashSet<>(
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        while (loader instanceof URLClassLoader urls) {
            for (URL url : urls.getURLs()) {
                entries.add(path(url));
            }
            loader = loader.getParent();
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String path(URL url) throws IOException {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IOException(url + " is no path", e);
        }
    }
}
