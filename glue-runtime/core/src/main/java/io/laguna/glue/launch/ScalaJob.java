package io.laguna.glue.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class of a job in Scala: it compiles the script, and runs the object that the job names.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-scala.html">Scala scripts</a>
 */
public final class ScalaJob {
    private static final String JARS = "spark.jars";

    private ScalaJob() {}

    /**
     * Runs a job. Whatever its main method throws comes out of this one.
     *
     * @param words the script's file, the name of the object, and its arguments
     */
    public static void main(String[] words) throws Throwable {
        Path folder = Files.createTempDirectory("scala");
        Path jar = new ScalaScript(Path.of(words[0]), folder).compile();
        // Executors on other machines get the classes like any jar of the job.
        System.setProperty(JARS, withJar(System.getProperty(JARS, ""), jar));
        run(jar, words[1], List.of(words).subList(2, words.length));
    }

    private static String withJar(String jars, Path jar) {
        return jars.isEmpty() ? jar.toString() : jars + "," + jar;
    }

    /** The class loader stays open: the job's threads may outlive its main method. */
    private static void run(Path jar, String name, List<String> arguments) throws Throwable {
        ClassLoader loader = loader(jar);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Class.forName(name, true, loader).getMethod("main", String[].class).invoke(null, (Object)
                    arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static ClassLoader loader(Path jar) throws IOException {
        URL[] urls = {jar.toUri().toURL()};
        return new URLClassLoader(urls, Thread.currentThread().getContextClassLoader());
    }
}
