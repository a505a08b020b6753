import type { reader as chinese } from "#renderer/wording/zh-CN/reader.ts";

export const reader = {
  simulated: "simulated",
  now: "Now",
  open: "Set up and test the card reader",

  "who.ask": "have a supervisor ",
  "go.there": "press F2, type 3015, and",
  "go.here": "in the settings on this screen,",
  "go.start": "restart the program without --reader to",
  "go.ask": "have a supervisor press F2, type 3015, and",
  "look.there": "press F2, type 3015, and",
  "look.here": "on this screen,",

  "bar.absent": "No card reader: {{who}}choose its port in 3015",
  "bar.opening": "Opening the card reader: please wait",
  "bar.probing": "Identifying the reader: please wait",
  "bar.ready": "Reader ready: swipe a card",
  "bar.busy": "Reader at work: let it finish",
  "bar.reading": "Waiting for a swipe: swipe a card",
  "bar.writing": "Writing: swipe the blank card in one even stroke",
  "bar.verifying": "Verifying: swipe the same card again",
  "bar.erasing": "Erasing: swipe only the card just read",
  "bar.feeling": "Testing the sensor: only put a card into the slot",
  "bar.lost": "Reader lost: check its cable, or test it in 3015",
  "bar.lost.unplugged": "Reader unplugged: plug it in; it comes back by itself",
  "bar.lost.not-found": "Reader port not found: check the cable, or {{who}}change it in 3015",
  "bar.lost.in-use":
    "Reader in use elsewhere: close that program, or {{who}}change the port in 3015",
  "bar.lost.not-permitted": "May not open the reader port: ask the administrator",
  "bar.lost.not-serial": "The port is not serial: {{who}}change it in 3015",
  "bar.lost.silent": "Reader silent: plug it in again, or {{who}}check its kind in 3015",
  "bar.lost.foreign": "Another protocol: {{who}}check the reader's kind in 3015",
  "bar.lost.babbling": "Reader never stops sending: plug it in again, or {{who}}check it in 3015",
  "bar.lost.failed": "Reader port will not open: plug it in again, or {{who}}change it in 3015",

  "whole.absent":
    "No port is chosen for a card reader at this counter. Connect the reader, then {{go}} choose its kind and port. Until then card numbers can be typed to find a customer, but no card can be swiped or written.",
  "whole.opening":
    "The port of the card reader is being opened, which takes less than a second as a rule. Wait; there is nothing to do.",
  "whole.probing":
    "The port is open; the program is making sure that a reader of the chosen kind is at its end. Wait, and swipe no card yet.",
  "whole.ready":
    "The card reader has answered. Swipe a card, and its holder is found without another key.",
  "bar.ready.unasked": "Swipe a card: only that shows whether a reader is there",
  "whole.ready.unasked":
    "Readers of this kind answer no question. The port is open (a keyboard wedge needs none); only a swipe shows whether a reader is there.",
  "whole.busy":
    "The card reader is carrying out a command. Let it finish, and swipe no card meanwhile.",
  "whole.reading":
    "The card reader waits for a swipe. Swipe the card once, evenly; press Esc to give up.",
  "whole.writing":
    "The card reader waits to write. Swipe the blank card evenly in one stroke without stopping; press Esc to give up.",
  "whole.verifying":
    "The card has been written or erased and is to be verified. Swipe the same card again; until it agrees it counts neither as good nor as erased, and must not be handed over.",
  "whole.erasing":
    "The card reader waits to erase. Swipe only the card that was just read; it cannot be undone; press Esc to give up.",
  "whole.feeling":
    "The sensor is being tested. Put a card into the slot, without swiping it through; press Esc to give up.",
  "whole.lost":
    "The card reader can no longer be reached. Check its cable and power; if it does not come back, {{look}} test it.",
  "whole.lost.unplugged":
    "The cable of the card reader was pulled, or it lost its power. Check both plugs and the power supply; it comes back by itself, without a restart of the program.",
  "whole.lost.not-found":
    "This computer has no such port. Check that the reader is plugged in: once it is, it comes back by itself. If it was moved to another socket, {{go}} choose the port again, or have it found as a USB device.",
  "whole.lost.in-use":
    "Another program is using the port, such as the maker's own test program or a second counter program. Close that program, and the reader comes back by itself; if the port is the wrong one, {{go}} change it.",
  "whole.lost.not-permitted":
    "The user of this computer may not open the port. Ask the administrator for access to serial ports (on Linux usually by joining the group dialout, then signing in to the system again), or {{go}} choose another port.",
  "whole.lost.not-serial":
    "The chosen path is not a serial port; it may be a file or a folder. To change it, {{go}} choose one of the ports listed.",
  "whole.lost.silent":
    "The port is open, but nothing at its other end answers. Unplug the reader, plug it in again, and look at its power and lamps; if it stays silent, {{go}} check kind, port and baud rate.",
  "whole.lost.foreign":
    "The device answers in another protocol, perhaps through another interface of the same maker's. First {{go}} check the kind of reader; if it is right, have the maker switch the reader to that protocol.",
  "whole.lost.babbling":
    "The device sends without end and without being asked, unlike a card reader. Unplug it and plug it in again; if it goes on, {{go}} check port and baud rate.",
  "whole.lost.failed":
    "The operating system could not open the port and did not say why. Unplug the reader and plug it in again; failing that, restart the computer, or {{go}} choose another port.",

  untried: "The readers' protocols were made from public papers and never tried on a real reader.",

  "settings.title": "Settings",
  "settings.not-allowed":
    "Changes need a supervisor or the branch head signed on. You may look and test.",
  "settings.fixed":
    "This port is given by the start option --reader and cannot be changed here. To choose it here, leave that option out and start again.",
  "settings.save": "Save",
  "settings.saved": "Saved. See “Now” above for how the reader stands.",
  "settings.unsaved": "Changed and not saved yet",
  "dialect.label": "Kind of reader",
  "dialect.explained":
    "Choose by the reader's manual. The same bytes mean different things in two protocols, so trying is no way to find out.",
  "dialect.more": "Technical details, for whoever installs the reader",
  "dialect.msr605": "MSR605 family",
  "dialect.msr605.is": "Reads, writes and erases.",
  "dialect.msr605.more":
    "MSR605, 606, 206 and the like, with three tracks. The MSR605X is a USB HID device, not a serial one, and cannot be used.",
  "dialect.ezwriter": "ID TECH EzWriter",
  "dialect.ezwriter.is": "Reads, writes and erases.",
  "dialect.ezwriter.more":
    "Much like the MSR605 family, with commands of its own for densities and erasures, and status codes that name the tracks that failed.",
  "dialect.teller": "Teller protocol (ESC ], PR2 and the like)",
  "dialect.teller.is": "Reads and writes; cannot erase.",
  "dialect.teller.more":
    "Common in branch printers and reader-writers; has no command to erase, to light lamps, or to ask the model.",
  "dialect.swipe-only": "Swipe-only reader (serial)",
  "dialect.swipe-only.is":
    "Only reads: no card can be written for an exchange or a replacement, and none erased.",
  "dialect.swipe-only.more":
    "Sends every swipe by itself and takes no command; only ID TECH and 363B answer a test.",
  "dialect.wedge": "Keyboard wedge",
  "dialect.wedge.is":
    "Only reads, by typing the card like a keyboard. Switch to English input before swiping; where it can be switched to serial mode, better do so.",
  "dialect.wedge.more":
    "Has neither port nor baud rate and cannot be asked anything: only a swipe shows whether it is there.",
  "port.label": "Port",
  "port.wedge": "A keyboard wedge has neither port nor baud rate; it works once it is plugged in.",
  "port.none": "No card reader",
  "port.simulated": "The simulated reader of the presenter's desk",
  "port.by-path": "By its path",
  "port.by-usb": "As a USB device, in whatever socket",
  "port.typed": "Another path",
  "port.path": "Path of the port",
  "port.path.missing": "Type the path of the port, such as COM3 or /dev/ttyUSB0.",
  "port.missing": "The port that was chosen is no longer listed. Choose again.",
  "port.gone": "not plugged in now",
  "port.usb": "USB {{vendorId}}:{{productId}}",
  "port.serial": "serial number {{serialNumber}}",
  "port.bridge": "{{bridge}}, a converter chip, which proves no card reader",
  "port.unlisted": "This computer cannot list its ports. Type the path of the port.",
  "port.no-usb": "No port with USB numbers is listed.",
  "port.list": "List the ports again",
  "baud.label": "Baud rate",
  "baud.explained": "9600 for most readers; 19200 for an IBM 4840.",
  "sound.label": "Sound",
  "sound.on": "One short high tone for a good swipe, two low ones for a failed one",

  "tests.title": "Tests",
  "tests.unsaved": "These test the saved settings; changes must be saved first.",
  "untested.lost":
    "Nothing was tested: the connection to the reader was lost. See “Now” above for why and what to do.",
  "untested.absent": "Nothing was tested: no port is set for a card reader.",
  "untested.not-supported":
    "Nothing was tested: a reader of the kind that is set cannot do this, or did not.",
  "untested.not-ready": "Nothing was tested: the reader is not ready yet. Wait and try again.",
  more: "More",
  "diagnose.run": "Test the reader",
  "diagnose.explained": "Needs no card and changes no setting.",
  "diagnose.result": "What the test found",
  "diagnose.more": "More items",
  "diagnose.usual":
    "Most swipe-only readers answer no test, which is no fault. Swipe a card to see whether it works.",
  "diagnose.item": "Item",
  "diagnose.found": "Result",
  "diagnose.communication": "Connection",
  "diagnose.memory": "Memory self-test",
  "diagnose.model": "Model",
  "diagnose.tracks": "Tracks it can use",
  "diagnose.firmware": "Firmware",
  "diagnose.coercivity": "Coercivity",
  "diagnose.leading-zeros": "Leading zeros",
  "found.good": "Good",
  "found.usual": "No answer, as is usual for this kind",
  "found.failed": "Failed: {{why}}",
  "found.unanswered": "Asked twice, no answer",
  "found.not-offered": "Not asked: this kind has no such question",
  "failed.read-or-write": "a read or write error",
  "failed.format": "the reader says that the command has a wrong format",
  "failed.unknown-command": "the reader knows no such command; check the kind that is set",
  "failed.bad-swipe": "the reader says that the swipe was bad",
  "failed.failed": "the reader says that it did not succeed",
  "failed.not-understood": "the answer makes no sense",
  "found.coercivity.high": "High (Hi-Co), for bank cards",
  "found.coercivity.low": "Low (Lo-Co)",
  "found.tracks": "Track {{tracks}}",
  "found.leading-zeros": "{{outer}} on tracks 1 and 3, {{middle}} on track 2",
  "sensor.run": "Test the sensor",
  "sensor.explained": "Needs a card in the slot, which is neither read nor written.",
  "sensor.waiting":
    "Put a card into the slot; there is no need to swipe it through. Press Esc to give up.",
  "sensor.felt": "The sensor felt the card.",
  "sensor.not-felt":
    "The sensor felt no card within 20 seconds. Clean the slot and try again; if it still feels none, have it repaired.",
  "sensor.cancelled": "Stopped; nothing was tested.",
  "find.run": "Find the kind",
  "find.explained":
    "Asks only what changes neither card nor setting; no substitute for the manual. A reader that takes no commands is not found.",
  "find.explained.more":
    "It listens first, then asks in the MSR605 family's language, and only if there is silence in the teller protocol.",
  "find.wedge":
    "A keyboard wedge cannot be asked, so its kind cannot be found. Swipe a card and see whether it is read.",
  "find.waiting": "Listening and asking; swipe no card…",
  "find.family": "MSR605 family (EzWriter answers the same)",
  "find.same": "Heard “{{dialect}}”, the kind that is set.",
  "find.other":
    "Heard “{{dialect}}”, but the kind that is set is “{{chosen}}”. Check the manual, then choose above and save.",
  "find.foreign":
    "The device answers through an interface that this program does not speak. Have the maker switch it.",
  "find.foreign.more": "Such as USI of an MSR206-7HL (7 bits, odd parity).",
  "find.nothing":
    "No answer that is known. Check port, cable and power; swipe-only readers and keyboard wedges never answer.",

  "trace.title": "On the cable",
  "trace.explained":
    "The last 200 lines, the newest at the bottom. What a track holds is not shown, only its length and the last four digits at most. Ctrl+D pauses and goes on.",
  "trace.pause": "Pause",
  "trace.go-on": "Go on",
  "trace.paused": "Paused; {{count}} more",
  "trace.gap": "{{lines}} lines left out: they came too fast",
  "trace.none": "Nothing has been said yet.",
  "trace.time": "Time (s)",
  "trace.way": "Direction",
  "trace.what": "What",
  "trace.shown": "Bytes",
  "way.sent": "Sent",
  "way.heard": "Heard",
  "way.noise": "Noise",
  "way.state": "State",
  "sent.reset": "Reset",
  "sent.set-lamp": "Lamp",
  "sent.read": "Read a card",
  "sent.write": "Write a card",
  "sent.erase": "Erase",
  "sent.read-raw": "Read raw tracks",
  "sent.write-raw": "Write raw tracks",
  "sent.test-sensor": "Test the sensor",
  "sent.test-communication": "Test the communication",
  "sent.test-memory": "Test the memory",
  "sent.get-model": "Ask the model",
  "sent.get-firmware": "Ask the firmware",
  "sent.get-leading-zeros": "Ask the leading zeros",
  "sent.get-coercivity": "Ask the coercivity",
  "sent.set-coercivity": "Set the coercivity",
  "sent.set-leading-zeros": "Set the leading zeros",
  "sent.set-density": "Set the density",
  "sent.set-bits-per-character": "Set the bits per character",
  "heard.done": "Done",
  "heard.refused": "Refused",
  "heard.present": "Present",
  "heard.tracks": "Tracks",
  "heard.raw-tracks": "Raw tracks",
  "heard.model": "Model",
  "heard.firmware": "Firmware",
  "heard.leading-zeros": "Leading zeros",
  "heard.coercivity": "Coercivity",
  "heard.bits-per-character": "Bits per character",
  "heard.foreign": "Another protocol",
  "heard.garbled": "Garbled",
  "noise.noise": "Bytes nobody asked for",
  "state.absent": "Absent",
  "state.opening": "Opening",
  "state.probing": "Identifying",
  "state.ready": "Ready",
  "state.busy": "At work",
  "state.busy.reading": "Waiting to read",
  "state.busy.writing": "Waiting to write",
  "state.busy.erasing": "Waiting to erase",
  "state.busy.feeling": "Waiting to feel a card",
  "state.busy.setting": "Waiting for an answer",
  "state.lost": "Lost",
  "state.lost.unplugged": "Lost: cable pulled or no power",
  "state.lost.not-found": "Lost: no such port",
  "state.lost.in-use": "Lost: used by another program",
  "state.lost.not-permitted": "Lost: not allowed",
  "state.lost.not-serial": "Lost: not a serial port",
  "state.lost.silent": "Lost: no answer",
  "state.lost.foreign": "Lost: another protocol",
  "state.lost.babbling": "Lost: sends without end",
  "state.lost.failed": "Lost: refused by the system",

  "key.ControlEnter": "Save the reader's settings",
  "key.ControlD": "Pause the trace, or go on",

  "record.title": "Recording",
  "record.explained":
    "Writes what is said on the cable to a plain text file in {{folder}}. Card numbers are replaced by test digits before anything is written.",
  "record.contribute":
    "If your reader is one this program was never tried on, please contribute a recording: with a test card or a void one, test the reader once, read a card once, and if it writes, write one blank card. Look through the file, then hand it in with model and firmware under tests/transcripts of this project's repository.",
  "record.device": "Maker and model of the reader",
  "record.device.missing": "Type the reader's maker and model; they head the file.",
  "record.start": "Start recording",
  "record.stop": "Stop recording",
  "record.on": "Recording",
  "record.goes-on": "What is said on the cable is being recorded. Open 3015 to stop it",
  "record.file": "Stopped. The file is {{file}}",
  "record.left": "The last recording ended at sign-off. Its file is {{file}}",
  "record.empty": "Stopped. No file was written.",
} satisfies typeof chinese;
