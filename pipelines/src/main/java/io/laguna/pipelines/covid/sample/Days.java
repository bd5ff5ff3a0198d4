package io.laguna.pipelines.covid.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The days in every form, written beforehand, because each row has six of them. */
final class Days {
    private static final int FIRST = Waves.FIRST_DAY - 60;

    private final Map<DateForm, byte[][]> texts = new EnumMap<>(DateForm.class);
    private final Map<DateForm, byte[]> impossible = new EnumMap<>(DateForm.class);

    Days(int deliveries) {
        int days = Waves.LAST_DAY - FIRST + Waves.DAYS_PER_DELIVERY * deliveries + 60;
        for (DateForm form : DateForm.values()) {
            byte[][] written = new byte[days][];
            for (int i = 0; i < days; i++) {
                written[i] = form.of(LocalDate.ofEpochDay(FIRST + i));
            }
            texts.put(form, written);
            impossible.put(form, form.impossible());
        }
    }

    byte[] text(DateForm form, int day) {
        return texts.get(form)[day - FIRST];
    }

    byte[] impossible(DateForm form) {
        return impossible.get(form);
    }
}
