package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

  @ParameterizedTest
  @CsvSource({"2031-01-02, 2031-01-02T00:00", "2031-01-02T10:20, 2031-01-02T10:20",
      "2031-01-02T10:20:30, 2031-01-02T10:20:30", "2031-01-02 10:20:30, 2031-01-02T10:20:30",
      "2031-01-02T10:20:30.5, 2031-01-02T10:20:30.5",
      "2031-01-02T10:20:30.123456789, 2031-01-02T10:20:30.123456",
      "2031-01-02T10:20:30.123Z, 2031-01-02T10:20:30.123",
      "2031-01-02T10:20+05:30, 2031-01-02T10:20", "2031-01-02T23:59:59-0800, 2031-01-02T23:59:59",
      "2032-02-29T00:00:00+01, 2032-02-29T00:00", "0001-01-01, 0001-01-01T00:00",
      "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999"})
  void the_digits_are_kept_whatever_the_offset(String text, String digits) {
    assertThat(IsoTime.read(text)).get().extracting(IsoTime::digits)
        .isEqualTo(LocalDateTime.parse(digits));
  }

  @Test
  void the_offset_is_told() {
    assertThat(IsoTime.read("2031-01-02T10:20:30Z")).get().extracting(IsoTime::offset)
        .isEqualTo(ZoneOffset.UTC);
    assertThat(IsoTime.read("2031-01-02T10:20:30-03:30")).get().extracting(IsoTime::offset)
        .isEqualTo(ZoneOffset.of("-03:30"));
    assertThat(IsoTime.read("2031-01-02T10:20:30")).get().extracting(IsoTime::offset).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "2031", "2031-01", "2031-1-2", "20310102", "2031-02-29",
      "2031-13-01", "2031-01-02T", "2031-01-02T10", "2031-01-02T24:00", "2031-01-02T10:60",
      "2031-01-02T10:20:60", "2031-01-02T10:20:30.", "2031-01-02T10:20:30+19:00",
      "2031-01-02T10:20:30+5", "2031-01-02Z", "2031-01-02T10:20:30Z ", " 2031-01-02", "0000-01-01",
      "+12031-01-01", "-2031-01-01", "2031-01-02\n", "٢٠٣١-٠١-٠١", "10:20", "1767200643898",
      "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00"})
  void anything_else_is_no_time(String text) {
    assertThat(IsoTime.read(text)).isEmpty();
  }
}
