package io.laguna.emulator.crawl.ion;

import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonReaderBuilder;
import io.laguna.emulator.crawl.finding.Count;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS's classifier of Ion. Which columns AWS makes of it is not known: the table has the classification only. */
public final class IonFile {
    private static final Layout LAYOUT = Layout.unreadable("ion", Map.of());
    private static final byte[] BINARY = {(byte) 0xe0, 1, 0, (byte) 0xea};

    private IonFile() {}

    /** Returns what the file is, if it begins with a struct of Ion. */
    public static Optional<Finding> find(Sample sample) throws IOException {
        Text text = sample.text(Sample.STEP);
        boolean binary = text.bytes().length > BINARY.length
                && Arrays.equals(text.bytes(), 0, BINARY.length, BINARY, 0, BINARY.length);
        if ((!binary && text.isBinary()) || !beginsWithStruct(text)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                LAYOUT,
                sample.compression().text(),
                List.of(),
                Count.estimate(sample.object().size(), sample.object().size())));
    }

    private static boolean beginsWithStruct(Text text) throws IOException {
        try (IonReader reader = IonReaderBuilder.standard().build(text.bytes())) {
            if (reader.next() != IonType.STRUCT || reader.isNullValue()) {
                return false;
            }
            reader.stepIn();
            boolean members = false;
            while (reader.next() != null) {
                members = true;
            }
            reader.stepOut();
            return members;
        } catch (IonException e) {
            return false;
        }
    }
}
