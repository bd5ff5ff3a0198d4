package io.laguna.emulator.s3.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that processes of this machine have open to write, as far as this user may see them.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_fdinfo.5.html">proc_pid_fdinfo(5)</a>
 */
final class OpenFiles {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s*([0-7]+)$");
    private static final int ACCESS = 3;

    private OpenFiles() {}

    /** Tells whether somebody has a file open to write. */
    static boolean isWritten(Path file) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            Path real = file.toRealPath();
            for (Path process : processes) {
                if (isWritten(process, real)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWritten(Path process, Path file) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path each : open) {
                if (Files.readSymbolicLink(each).equals(file)
                        && isToWrite(process.resolve("fdinfo").resolve(each.getFileName()))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // The process has ended, or is somebody else's.
            return false;
        }
    }

    private static boolean isToWrite(Path facts) throws IOException {
        Matcher flags = FLAGS.matcher(Files.readString(facts));
        return flags.find() && (Integer.parseInt(flags.group(1), 8) & ACCESS) != 0;
    }
}
