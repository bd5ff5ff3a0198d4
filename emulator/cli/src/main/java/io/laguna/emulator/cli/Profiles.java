package io.laguna.emulator.cli;

import io.laguna.pipelines.profile.ProfileFile;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The profiles beside the launcher, and those of users. */
final class Profiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private Profiles() {}

    /**
     * Reads a profile.
     *
     * @param profile a name from {@code profiles/}, or a file
     */
    static ProfileFile read(String profile) {
        Path home = Home.workspace().home();
        Path file = NAME.matcher(profile).matches()
                ? home.resolve("profiles").resolve(profile + ".properties")
                : Path.of(profile);
        return ProfileFile.read(file, home);
    }
}
