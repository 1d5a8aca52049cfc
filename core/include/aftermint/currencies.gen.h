/**
 * @file The currencies of ISO 4217, list one, amendment 180 (in force 2026-01-01). Written by `npm run currencies` from core/currencies.json; do not edit.
 */
// clang-format off
#pragma once

#include <string_view>

namespace aftermint {

// Codes of three letters, with a space between them.
inline constexpr std::string_view kCurrenciesWithoutDecimals =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
inline constexpr std::string_view kCurrenciesWithTwoDecimals =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW "
    "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF "
    "IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP "
    "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG "
    "YER ZAR ZMW ZWG";
inline constexpr std::string_view kCurrenciesWithThreeDecimals =
    "BHD IQD JOD KWD LYD OMR TND";
inline constexpr std::string_view kCurrenciesWithFourDecimals =
    "CLF UYW";
/** Metals, units of account and codes for tests: list one gives them no minor unit. */
inline constexpr std::string_view kCurrenciesWithoutMinorUnit =
    "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX";
/** List three: withdrawn codes, for which the standard gives no minor unit any more. */
inline constexpr std::string_view kWithdrawnCurrencies =
    "ADP AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BGN BOP BRB BRC BRE BRN BRR "
    "BUK BYB BYR CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE "
    "GWP HRD HRK IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL LVL LVR MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC "
    "NLG PEH PEI PES PLZ PTE RHD ROK ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN "
    "UYP VEB VEF VNC XEU XFO XFU XRE YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR";

}  // namespace aftermint
