package io.laguna.pipelines.covid.sample;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * The larger municipalities of all 33 departments. Departments are drawn by their real population in 2020 (DANE) times
 * a made-up incidence, so that rates differ; within a department by the municipalities' population.
 */
final class Places {
    /** The cities that releases list beside the departments: name of 2020, current name, and code of other releases. */
    private static final Map<String, List<String>> DISTRICTS = Map.of(
            "08001", List.of("Barranquilla D.E.", "BARRANQUILLA", "9"),
            "13001", List.of("Cartagena D.T. y C.", "CARTAGENA", "14"),
            "47001", List.of("Santa Marta D.T. y C.", "STA MARTA D.E.", "48"));

    private static final String BUENAVENTURA = "76109";

    private final List<Place> places = new ArrayList<>();
    private final double[] share;

    Places() {
        Map<String, CSVRecord> departments = new HashMap<>();
        Csv.resource("departments.csv").forEach(department -> departments.put(department.get("code"), department));
        List<CSVRecord> municipalities = Csv.resource("municipalities.csv");
        Map<String, Double> listed = new HashMap<>();
        municipalities.forEach(record -> listed.merge(department(record), population(record), Double::sum));
        share = new double[municipalities.size()];
        double sum = 0;
        for (CSVRecord municipality : municipalities) {
            CSVRecord department = departments.get(department(municipality));
            double weight = population(department) * Double.parseDouble(department.get("relative_incidence"));
            sum += weight * population(municipality) / listed.get(department(municipality));
            share[places.size()] = sum;
            places.add(place(municipality, department));
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= sum;
        }
    }

    int draw(Dice dice) {
        int found = Arrays.binarySearch(share, dice.fraction());
        return found >= 0 ? found : -found - 1;
    }

    int count() {
        return places.size();
    }

    Place get(int index) {
        return places.get(index);
    }

    private static Place place(CSVRecord municipality, CSVRecord department) {
        String code = municipality.get("code");
        String departmentCode = department.get("code");
        String name = municipality.get("name");
        Spelling name2020 = Spelling.of(name, upper(name));
        Spelling currentName = Spelling.of(capitals(name), plain(name), name);
        Spelling code2020 = Spelling.of(code, unpadded(code));
        Spelling currentCode = Spelling.of(unpadded(code), code);
        if (DISTRICTS.containsKey(code)) {
            List<String> district = DISTRICTS.get(code);
            String ownCode = unpadded(code);
            String oldCode = district.get(2);
            return new Place(
                    departmentCode,
                    Spelling.of(ownCode, oldCode, unpadded(departmentCode)),
                    Spelling.of(district.get(1), district.get(0), upper(district.get(0))),
                    currentCode,
                    currentName,
                    Spelling.of(unpadded(departmentCode), oldCode, ownCode),
                    Spelling.of(district.get(0), district.get(1)),
                    code2020,
                    name2020);
        }
        String current = department.get("name_current");
        String divipola = department.get("name_divipola");
        String of2020 = code.equals(BUENAVENTURA) ? "Buenaventura D.E." : department.get("name_2020");
        return new Place(
                departmentCode,
                Spelling.of(unpadded(departmentCode), departmentCode),
                Spelling.of(current, divipola, of2020, lower(current)),
                currentCode,
                currentName,
                Spelling.of(unpadded(departmentCode), departmentCode),
                Spelling.of(of2020, upper(of2020), plain(of2020), divipola, current),
                code2020,
                name2020);
    }

    private static String department(CSVRecord municipality) {
        return municipality.get("code").substring(0, 2);
    }

    private static double population(CSVRecord record) {
        return Double.parseDouble(record.get("population_2020"));
    }

    private static String unpadded(String code) {
        return code.startsWith("0") ? code.substring(1) : code;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns a name in capitals without accents, but with Ñ. */
    private static String capitals(String name) {
        return plain(name.replace('ñ', '\u0001').replace('Ñ', '\u0001')).replace('\u0001', 'Ñ');
    }

    private static String plain(String name) {
        return upper(Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }
}
