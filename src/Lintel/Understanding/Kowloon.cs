namespace Lintel.Understanding;

/// <summary>Areas of Kowloon, written as in <see cref="HongKongIsland"/>.</summary>
internal static class Kowloon
{
    internal const string Areas = """
        Kowloon | KLN | Kowloon side | Kowloon peninsula | 九龍 | 九龍區 | 九龍半島
          Kowloon West | West Kowloon | 西九龍 | 九龍西 | 西九
          Kowloon East | East Kowloon | 東九龍 | 九龍東
          Yau Tsim Mong District | Yau Tsim Mong | 油尖旺 | 油尖旺區
            Tsim Sha Tsui | TST | Chim Sha Tsui | 尖沙咀 | 尖沙嘴 | 尖咀
              Tsim Sha Tsui East | TST East | East TST | East Tsim Sha Tsui | TSTE | 尖東 | 尖沙咀東
              ?The Masterpiece | 名鑄
              Victoria Towers | 港景峰
              Gateway Apartments | 港威豪庭
              Oriental Gardens | 東方花園
            ?Austin | 柯士甸 | 柯士甸站
            Kowloon Station | Union Square | 九龍站 | 圓方
              The Arch | 凱旋門
              The Cullinan | Cullinan | 天璽
              The Harbourside | Harbourside | 君臨天下
              ?The Waterfront | 漾日居
              ?Sorrento | 擎天半島
            ?Jordan | 佐敦
              Man Wah Sun Chuen | Man Wah Sun Chuen Jordan | 文華新邨 | 文華新村
              Prosperous Garden | 駿發花園
              The Coronation | 御金國峰
            Yau Ma Tei | Yaumati | YMT | 油麻地
              8 Waterloo Road | 窩打老道8號
              Yau Chui Court | 油翠苑
            Mong Kok | ~MK | Mong Kok East | 旺角 | 旺角東
              Langham Place | 朗豪坊
              Macpherson Place | 麥花臣匯
              Grand Tower | 雅蘭中心
              Ladies Market | 女人街
            ?Prince Edward | 太子 | 太子站
            Tai Kok Tsui | TKT | 大角咀 | 大角嘴
              Florient Rise | 海桃灣
              Metro Harbour View | 港灣豪庭
              Hampton Place | 凱帆軒
              Cosmopolitan Estate | 大同新邨 | 大同新村
              The Hermitage | Hermitage | 帝峰皇殿 | 帝峯皇殿
              Shining Heights | 亮賢居
            ?Olympic | Olympic Station | 奧運 | 奧運站
              Olympian City | 奧海城
              Island Harbourview | 維港灣
              ?Park Avenue | 柏景灣
              ?Central Park | 帝柏海灣
              The Long Beach | 浪澄灣
              One SilverSea | Silver Sea | 一號銀海
              Harbour Green | 君匯港 | 君滙港
              Imperial Cullinan | 瓏璽
              Charming Garden | 富榮花園
          Sham Shui Po District
            Sham Shui Po | SSP | 深水埗 | 深水埔 | 深水步
              Heya Green | 喜韻
              Golden Centre | 黃金商場
            Shek Kip Mei | SKM | 石硤尾 | 石峽尾
              Beacon Heights | 畢架山花園
            Nam Cheong | 南昌 | 南昌站
              Cullinan West | 匯璽 | 滙璽
            Cheung Sha Wan | CSW | 長沙灣
              Banyan Garden | 泓景臺 | 泓景台
              Liberte | Liberté | 昇悅居
              The Pacifica | ?Pacifica | 宇晴軒
              Aqua Marine | 碧海藍天
              Hang Chun Court | 幸俊苑
              Seaside Sonata | 海柏匯
              Grand Victoria | 維港滙 | 維港匯
              So Uk Estate | 蘇屋邨
              Un Chau Estate | 元州邨
              Po Lai Court | 寶麗苑
            Lai Chi Kok | LCK | 荔枝角
              Manhattan Hill | 曼克頓山
              One West Kowloon | 星匯居 | 星滙居
            Mei Foo | 美孚
              Mei Foo Sun Chuen | Mei Foo Sun Tsuen | 美孚新邨 | 美孚新村
              Nob Hill | 盈暉臺
          Kowloon City District
            Kowloon City | 九龍城 | 九龍城區
              Prince Ritz | 太子匯
            Kowloon Tong | KLT | 九龍塘
              Dynasty Heights | 帝景峰
              One Beacon Hill | 畢架山一號
              Beacon Hill | 畢架山
              Village Gardens | 又一村花園
              Yau Yat Tsuen | Yau Yat Chuen | 又一村
              Parc Inverness | 賢文禮士
              Festival Walk | 又一城
            Ho Man Tin | HMT | 何文田
              Celestial Heights | 半山壹號
              Ultima | 天鑄
              Mantin Heights | 皓畋
              In One | 瑜一
            Hung Hom | 紅磡 | 紅礆 | 紅堪
              Harbourfront Landmark | 海名軒
              Harbour Place | 海濱南岸
              Royal Peninsula | 半島豪庭
              Laguna Verde | 海逸豪園
              Baker Circle | 必嘉坊
            Whampoa | 黃埔
              Whampoa Garden | 黃埔花園
              Whampoa Estate | 黃埔新邨 | 黃埔新村
              Stars By The Harbour | 維港星岸
            To Kwa Wan | TKW | 土瓜灣
              Grand Waterfront | 翔龍灣
              Wyler Gardens | 偉恆昌新邨
              Sky Tower | 傲雲峰
              Jubilant Place | 欣榮花園
              Upper River | 喜點
              Sung Wong Toi | 宋皇臺
            Kai Tak | 啟德 | 啓德
              One Kai Tak | 啟德1號 | 啟德一號
              K City | 嘉匯
              Vibe Centro | 龍譽
              Oasis Kai Tak
              Victoria Skye | 天寰
              Monaco One
              The Henley | 天瀧
              Double Coast | 柏蔚灣
              Kai Ching Estate | 啟晴邨
              Tak Long Estate | 德朗邨
            Ma Tau Wai | 馬頭圍
            Ma Tau Kok | 馬頭角
            Lok Fu | 樂富
          Wong Tai Sin District
            Wong Tai Sin | WTS | 黃大仙
              Tin Ma Court | 天馬苑
            ?Diamond Hill | 鑽石山
              Galaxia | 星河明居
              Bel Air Heights | 悅庭軒
              Rhythm Garden | 采頤花園
            San Po Kong | 新蒲崗
            Tsz Wan Shan | TWS | 慈雲山
            Wang Tau Hom | 橫頭磡
            Choi Hung | 彩虹
              Choi Hung Estate | 彩虹邨
            Ngau Chi Wan | 牛池灣
          Kwun Tong District
            Kwun Tong | ~KT | 觀塘 | 官塘 | 觀塘區
              Grand Central | 凱匯 | 凱滙
              Kwun Tong Garden Estate | 觀塘花園大廈
              Hong Ning Court | 康寧閣
            Ngau Tau Kok | NTK | 牛頭角
              Amoy Gardens | 淘大花園 | 淘大
              Upper Ngau Tau Kok Estate | 牛頭角上邨
              Jordan Valley | 佐敦谷
            Kowloon Bay | 九龍灣
              Telford Gardens | Telford | 德福花園 | 德福
              Richland Gardens | 麗晶花園
              Kai Tai Court | 啟泰苑
              Ping Shek Estate | 坪石邨
            Shun Lee | 順利邨 | Shun Lee Estate
            Sau Mau Ping | 秀茂坪
            Lam Tin | 藍田
              Laguna City | 麗港城
              Sceneway Garden | 匯景花園 | 滙景花園
              Tak Tin Estate | 德田邨
              Kai Tin Estate | 啟田邨
              Ping Tin Estate | 平田邨
            Yau Tong | 油塘
              Canaryside | 鯉灣天下
              Maya By Nouvelle | 曦臺
              Montego Bay | 蔚藍東岸
              Lei Yue Mun | 鯉魚門
        """;
}
