package io.laguna.emulator.glue.job;

import io.laguna.engines.driver.Command;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.ShellWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The modules that a job has pip install before its script begins: wheels, archives of wheels and lists of requirements in S3, and names,
 * which are looked for in the package index where there is one.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-python-libraries.html">Libraries</a>
 */
record Modules(RunSettings settings, RunRecord run, Path folder) {
    private static final String FAILED = "Python Module Installer indicates modules that failed to install, check logs"
            + " from the PythonModuleInstaller.";
    /** The ending of an archive of wheels. */
    private static final String WHEELS = ".gluewheels.zip";

    private static final String NO_INDEX = " Laguna installs modules from S3 and, without LAGUNA_GLUE_PACKAGE_INDEX,"
            + " the address of a package index, from nowhere else.";

    /**
     * Installs the modules that the job names.
     *
     * @return the home that has them; empty where the job names none
     * @throws EngineFailure when pip does not succeed
     */
    Optional<Path> install(Drivers drivers, Arguments arguments) {
        List<String> modules = arguments.list(Parameter.MODULES);
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        Path home = folder.resolve("home").toAbsolutePath();
        Path work = folder.resolve("modules").toAbsolutePath();
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + home, e);
        }
        List<String> words = new ArrayList<>(List.of(
                "python3",
                "-m",
                "pip",
                "install",
                "--user",
                "--no-warn-script-location",
                "--disable-pip-version-check"));
        words.addAll(
                settings.index().map(index -> List.of("--index-url", index)).orElse(List.of("--no-index")));
        arguments
                .value(Parameter.INSTALLER)
                .ifPresent(options -> ShellWords.split(Parameter.INSTALLER.text(), options).stream()
                        .filter(option -> !option.equals("-r"))
                        .forEach(words::add));
        modules.forEach(module -> words.addAll(local(module, work)));
        JobEnvironment environment = new JobEnvironment(
                        Optional.empty(), Map.of(), Map.of(), Map.of("PIP_NO_INPUT", "1"))
                .in(run.key().region())
                .at(home);
        finish(drivers, new Command("modules", words, environment, work));
        return Optional.of(home);
    }

    /** Returns pip's words for a module, which is on this machine then if it is an object. */
    private List<String> local(String module, Path work) {
        if (!module.startsWith("s3")) {
            return List.of(module);
        }
        S3Files.Place place = S3Files.Place.of(module);
        Path file = work.resolve(place.name());
        settings.files().fetch(place, file);
        if (place.name().endsWith(WHEELS)) {
            return wheels(file);
        }
        return place.name().endsWith(".txt") ? List.of("-r", file.toString()) : List.of(file.toString());
    }

    /** Takes the wheels out of an archive of them, and returns their files. */
    private static List<String> wheels(Path archive) {
        List<String> wheels = new ArrayList<>();
        Path folder = archive.resolveSibling(archive.getFileName() + ".d");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            Files.createDirectories(folder);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.endsWith(".whl")) {
                    Path wheel = folder.resolve(name);
                    Files.copy(zip, wheel, StandardCopyOption.REPLACE_EXISTING);
                    wheels.add(wheel.toString());
                }
            }
        } catch (IOException e) {
            throw new EngineFailure(FAILED + "\n" + archive.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
        return wheels;
    }

    private void finish(Drivers drivers, Command pip) {
        try {
            RunOutcome outcome = drivers.run(pip, folder.resolve("modules")).await();
            if (!(outcome instanceof RunOutcome.Succeeded)) {
                throw new EngineFailure(FAILED + (settings.index().isPresent() ? "" : NO_INDEX) + "\n"
                        + outcome.failure().orElse(""));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure(FAILED, e);
        }
    }
}
